"""What Firsthand measures of itself, beside a peer in the same run: `make bench`."""
