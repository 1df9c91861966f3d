"""The figure drawn: from bodies in space to SVG."""
