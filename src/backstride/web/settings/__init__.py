"""Settings: `home` for one's own machine, `server` for many runners, `base` for what both share."""
