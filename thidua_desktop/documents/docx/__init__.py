"""Papers for editing in Word, from the same content as the printed ones."""
