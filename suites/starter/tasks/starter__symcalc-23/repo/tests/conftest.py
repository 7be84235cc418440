def pytest_make_parametrize_id(config, val):
    """Test names without blanks can be pasted into a shell as they are."""
    if isinstance(val, str):
        return val.replace(" ", "_")
    return None
