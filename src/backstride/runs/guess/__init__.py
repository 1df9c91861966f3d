"""What somebody wrote in a calendar to planned sessions; pure, and every guess keeps the words it came from."""
