"""The landing: use cases, where the workshops meet. No Qt, no SQL; every call may run on a worker thread."""
