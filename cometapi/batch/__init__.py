"""Running a command for every row of a file: each row is paid for once, none is lost, whatever stops the run."""
