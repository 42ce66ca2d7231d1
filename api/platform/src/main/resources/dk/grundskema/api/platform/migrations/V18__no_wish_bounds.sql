-- How much better wishes could be met is no longer proved.
ALTER TABLE plan_status DROP COLUMN optimality_gap;
