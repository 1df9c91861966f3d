"""The moving figure: skeleton, poses, movements, their checks and their drawing."""
