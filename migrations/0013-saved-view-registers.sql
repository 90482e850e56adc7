-- Views of more registers.

ALTER TABLE app.saved_view DROP CONSTRAINT saved_view_register_check;
ALTER TABLE app.saved_view ADD CHECK (register IN ('ai-systems', 'vendors', 'agreements'));
