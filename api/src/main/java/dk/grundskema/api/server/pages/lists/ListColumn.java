package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.FormField.Kind;
import dk.grundskema.api.catalogue.FormField.Option;
import java.util.List;
import java.util.Optional;

/**
 * A column of a list.
 *
 * @param field   field of the list's elements
 * @param form    how the field is written in a cell
 * @param isMany  whether several are written, with commas between them
 * @param among   the list that names come from, or the choices with lines between them; empty where there are none
 * @param options what there is to choose from and what it is called, where the choices don't say it
 * @param label   what it is called; empty if the page has a word for it
 * @param hint    what else there is to say of it; empty if nothing
 * @param isNoIfEmpty whether an empty cell means no
 */
record ListColumn(
        String field,
        Form form,
        boolean isMany,
        String among,
        List<Option> options,
        String label,
        String hint,
        boolean isNoIfEmpty) {
    /** How a field is written in a cell. */
    enum Form {
        /** As it is. */
        TEXT,
        /** A number, with a comma or a point. */
        NUMBER,
        /** Yes or no. */
        YES_NO,
        /** A day with its year. */
        DATE,
        /** A time of day. */
        TIME,
        /** A week of the plan. */
        WEEK,
        /** Times at which somebody or something can't be had, with commas between them. */
        NEVER,
        /** The name of an element of another list. */
        NAMED,
        /** Names of students who are in a group, with commas between them. */
        MEMBERS,
        /** One of some words. */
        CHOICE,
        /** A kind of room: one of the usual ones, or another word. */
        ROOM_KIND,
        /** A subject, as the school writes it. */
        SUBJECT
    }

    /** What all intervention types call a field with subjects. */
    private static final String SUBJECTS = "subjects";

    ListColumn {
        options = List.copyOf(options);
    }

    ListColumn(String field, Form form, String among) {
        this(field, form, false, among, List.of(), "", "", false);
    }

    ListColumn(String field, Form form) {
        this(field, form, "");
    }

    /** With several in a cell. */
    ListColumn many() {
        return new ListColumn(field, form, true, among, options, label, hint, isNoIfEmpty);
    }

    /** The column for a field of a form; empty if it can't be written in a cell. */
    static Optional<ListColumn> of(FormField field) {
        boolean isMany = switch (field.kind()) {
            case CHOICES, THINGS, LINES -> true;
            default -> false;
        };
        FormField one = field.kind() == Kind.LINES ? field.fields().getFirst() : field;
        boolean isOfSubjects = one.kind() == Kind.TEXT && field.name().equals(SUBJECTS);
        return (isOfSubjects ? Optional.of(Form.SUBJECT) : form(one.kind()))
                .map(form -> new ListColumn(
                        field.name(),
                        form,
                        isMany,
                        one.of() == null ? "" : one.of().name(),
                        one.options(),
                        field.label(),
                        field.hint(),
                        field.kind() == Kind.TRUTH && field.preset() == null));
    }

    private static Optional<Form> form(Kind kind) {
        return switch (kind) {
            case TEXT -> Optional.of(Form.TEXT);
            case NUMBER -> Optional.of(Form.NUMBER);
            case TRUTH, TRUTH_OR_NOTHING -> Optional.of(Form.YES_NO);
            case CHOICE, CHOICES -> Optional.of(Form.CHOICE);
            case DATE -> Optional.of(Form.DATE);
            case TIME -> Optional.of(Form.TIME);
            case WEEK -> Optional.of(Form.WEEK);
            case THING, THINGS -> Optional.of(Form.NAMED);
            case LINES, ROWS, PART, OPTIONAL_PART, TABLE, KEPT -> Optional.empty();
        };
    }
}
