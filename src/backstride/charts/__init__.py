"""Pictures of plain series, as SVG text. They read nothing and know nothing of runs or scenarios."""
