package dk.grundskema.api.service.input;

import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.FormField.Kind;
import dk.grundskema.api.planning.catalogue.FormField.Option;
import java.util.List;
import java.util.Optional;

/**
 * A column of a list.
 *
 * @param field       field of the list's elements
 * @param form        format of the cells
 * @param isMany      whether a cell has several values, separated by commas
 * @param among       name of the list that cells refer to, or the options separated by line breaks; empty if none
 * @param options     options with display texts, if they differ from {@code among}
 * @param label       heading; empty if the page defines it
 * @param hint        further explanation; may be empty
 * @param isNoIfEmpty whether an empty cell means no
 */
record ListColumn(
        String field,
        CellForm form,
        boolean isMany,
        String among,
        List<Option> options,
        String label,
        String hint,
        boolean isNoIfEmpty) {
    /** Formats of cells. */
    enum CellForm {
        /** Text. */
        TEXT,
        /** A number with a decimal comma or point. */
        NUMBER,
        /** Yes or no. */
        YES_NO,
        /** A date with its year. */
        DATE,
        /** A time of day. */
        TIME,
        /** A week of the plan. */
        WEEK,
        /** Times of unavailability, separated by commas. */
        NEVER,
        /** Name of an element of another list. */
        NAMED,
        /** Names of students in a group, separated by commas. */
        MEMBERS,
        /** One of several words. */
        CHOICE,
        /** A kind of room: a standard one or any other word. */
        ROOM_KIND,
        /** A subject as the school writes it. */
        SUBJECT
    }

    /** Name of the subjects field in all intervention types. */
    private static final String SUBJECTS = "subjects";

    ListColumn {
        options = List.copyOf(options);
    }

    ListColumn(String field, CellForm form, String among) {
        this(field, form, false, among, List.of(), "", "", false);
    }

    ListColumn(String field, CellForm form) {
        this(field, form, "");
    }

    /** Returns a copy whose cells have several values. */
    ListColumn withSeveral() {
        return new ListColumn(field, form, true, among, options, label, hint, isNoIfEmpty);
    }

    /** Returns the column of a form field; empty if its values do not fit in a cell. */
    static Optional<ListColumn> of(FormField field) {
        boolean isMany = switch (field.kind()) {
            case CHOICES, THINGS, LINES -> true;
            default -> false;
        };
        FormField one = field.kind() == Kind.LINES ? field.fields().getFirst() : field;
        boolean isOfSubjects = one.kind() == Kind.TEXT && field.name().equals(SUBJECTS);
        return (isOfSubjects ? Optional.of(CellForm.SUBJECT) : form(one.kind()))
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

    private static Optional<CellForm> form(Kind kind) {
        return switch (kind) {
            case TEXT -> Optional.of(CellForm.TEXT);
            case NUMBER -> Optional.of(CellForm.NUMBER);
            case TRUTH, TRUTH_OR_NOTHING -> Optional.of(CellForm.YES_NO);
            case CHOICE, CHOICES -> Optional.of(CellForm.CHOICE);
            case DATE -> Optional.of(CellForm.DATE);
            case TIME -> Optional.of(CellForm.TIME);
            case WEEK -> Optional.of(CellForm.WEEK);
            case THING, THINGS -> Optional.of(CellForm.NAMED);
            case LINES, ROWS, PART, OPTIONAL_PART, TABLE, KEPT -> Optional.empty();
        };
    }
}
