"""Everything that changes casework. One file per subject, one function per change."""
