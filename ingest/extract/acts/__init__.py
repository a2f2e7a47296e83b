"""Acts of a sentence: its pieces read in order, who does what work to what."""
