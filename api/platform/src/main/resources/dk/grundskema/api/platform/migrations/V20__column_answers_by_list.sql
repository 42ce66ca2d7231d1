-- An answer about a column names the list, such as 'students: Fag'; of earlier ones the list is unknown. Classrooms were stored without an answer.
DELETE FROM import_answer WHERE kind = 'HEADING' OR (kind = 'ROOM_KIND' AND meaning = 'classroom');
