# Survey files: why they are refused, what was repaired, why a cell was not taken over.
import-empty-file = The file is empty. Nothing was imported. Choose a file with a header and rows.
