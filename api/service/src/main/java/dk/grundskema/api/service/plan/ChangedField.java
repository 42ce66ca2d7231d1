package dk.grundskema.api.service.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A changed field of a problem's part, as revisions record it. It names neither students nor staff, because revisions outlive the erasure of people.
 *
 * @param pointer JSON pointer to the field from the part
 * @param row     name of the class, group or room whose row it is in; empty if none
 * @param before  former value as in files: a number, a truth value, a date, a time, a week or a choice; empty means nothing
 * @param after   new value likewise; empty if both are means that the value is not recorded
 */
public record ChangedField(String pointer, String row, String before, String after) {
    /** Most fields recorded in a revision, so that the text stays readable. */
    private static final int MAX_FIELDS = 3;

    private static final int LONGEST = 200;

    /** Index of the first field: the name of the part, its type and the number of changed fields come before. */
    private static final int FIRST_FIELD = 3;

    private static final int ARGUMENTS_PER_FIELD = 4;

    /** Returns whether both values are recorded. */
    boolean hasValues() {
        return !before.isEmpty() || !after.isEmpty();
    }

    /**
     * Fields of a revision.
     *
     * @param type  intervention type; empty if the part is none
     * @param all   the first changed fields
     * @param count number of changed fields
     */
    record RecordedFields(String type, List<ChangedField> all, int count) {
        RecordedFields {
            all = List.copyOf(all);
        }
    }

    /**
     * Returns the arguments for a revision.
     *
     * @param name name of the part; may be empty
     * @param type intervention type; empty if the part is none
     * @param all  changed fields
     */
    public static List<String> toArguments(String name, String type, List<ChangedField> all) {
        var arguments = new ArrayList<>(List.of(name, type, String.valueOf(all.size())));
        all.stream()
                .filter(one -> one.pointer().length() <= LONGEST && one.row().length() <= LONGEST)
                .limit(MAX_FIELDS)
                .forEach(one -> arguments.addAll(List.of(one.pointer(), one.row(), one.before(), one.after())));
        return arguments;
    }

    /** Parses the arguments of a revision; no fields if it is older than this format. */
    static RecordedFields of(List<String> arguments) {
        var all = new ArrayList<ChangedField>();
        for (int at = FIRST_FIELD; at + ARGUMENTS_PER_FIELD <= arguments.size(); at += ARGUMENTS_PER_FIELD) {
            all.add(new ChangedField(
                    arguments.get(at), arguments.get(at + 1), arguments.get(at + 2), arguments.get(at + 3)));
        }
        boolean isCounted = !all.isEmpty() && arguments.get(2).matches("\\d{1,6}");
        return new RecordedFields(
                all.isEmpty() ? "" : arguments.get(1),
                all,
                isCounted ? Integer.parseInt(arguments.get(2)) : all.size());
    }
}
