import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("backstride", "0003_week_changes"),
    ]

    operations = [
        migrations.CreateModel(
            name="LessonRead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("lesson", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "runner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lessons_read",
                        to="backstride.runner",
                    ),
                ),
            ],
            options={
                "ordering": ["lesson"],
                "constraints": [
                    models.UniqueConstraint(fields=("runner", "lesson"), name="a_lesson_is_read_once")
                ],
            },
        ),
    ]
