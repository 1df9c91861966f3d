"""What a calendar says to planned sessions; pure, and every guess keeps the words that it came from."""
