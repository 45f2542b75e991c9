"""What a person chose and how they left the window; kept by `services.settings`."""
