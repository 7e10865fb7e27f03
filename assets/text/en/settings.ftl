# settings
settings-kept-at-once = Each choice works at once and is kept.
settings-language = Language
settings-larger = Larger
settings-renderer-note = Drawn with OpenGL. If the window stays empty, try another graphics driver.
settings-size = Interface size
settings-smaller = Smaller
settings-theme = Theme
settings-theme-dark = Dark
settings-theme-light = Light
settings-theme-system = As the system
