"""People compared: whom a text serves, leaves out, or shuts out, beside the circle that another draws."""
