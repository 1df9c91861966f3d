"""A layer as a group of paths, each set off from what is behind it by a halo where its shape asks for one."""

from collections.abc import Iterator, Sequence

from backstride.body.draw.figure import Layer, Shape


def named(layer: Layer, prefix: str, numbers: Iterator[int]) -> list[tuple[Shape, str]]:
    """The shapes of a layer, with an id for each that has a halo."""
    found = []
    for shape in layer.shapes:
        number = next(numbers)
        found.append((shape, f"{prefix}{number}" if shape.line else ""))
    return found


def opened(shape: Shape, data: str, name: str) -> str:
    """A path but for its end."""
    identity = f' id="{name}"' if name else ""
    return f'<path{identity} class="{shape.tone}" d="{data}"'


def grouped(layer: Layer, paths: Sequence[str], names: Sequence[str]) -> str:
    """The group of a layer's paths; the halos of the `names` lie under all of them."""
    halos = "".join(f'<use href="#{name}"/>' for name in names if name)
    halo = f'<g class="halo">{halos}</g>' if halos else ""
    return f'<g class="{"f" if layer.far else "n"}">{halo}{"".join(paths)}</g>'
