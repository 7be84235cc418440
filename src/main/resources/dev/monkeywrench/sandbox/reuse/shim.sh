#!/bin/sh
# Stands before the program of this name on the path; what it starts finds the path as it was.
PATH=${PATH#/mw:}
exec python3 -I -S /mw/shim.py "$0" "$@"
