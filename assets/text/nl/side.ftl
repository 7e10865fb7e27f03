# side
