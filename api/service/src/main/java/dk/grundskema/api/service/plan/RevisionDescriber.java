package dk.grundskema.api.service.plan;

import dk.grundskema.api.platform.http.ConcurrentChangeDescriber;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffMember;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes changes to plans in the caller's language. */
@Component
public class RevisionDescriber implements ConcurrentChangeDescriber {
    /**
     * Changes whose only argument is the id of the staff member concerned. Changes because of an absence name nobody: every reader of a plan sees them, and
     * who is away is for those who may edit.
     */
    private static final Set<String> TO_SOMEBODY =
            Set.of("revision.staff-added", "revision.staff-changed", "revision.staff-removed");

    /** Changes to a student, with id and number as arguments. Texts use only the number, because not every reader may see students. */
    private static final Set<String> TO_STUDENTS =
            Set.of("revision.students-added", "revision.students-changed", "revision.students-removed");

    /** Edits by hand, with the text that lists the edited items. Texts of other changes are complete by themselves. */
    private static final Map<String, String> BY_HAND = Map.of(
            "revision.edited-one",
            "revision.touched-only",
            "revision.edited",
            "revision.touched-only",
            "revision.locked",
            "revision.touched-locked",
            "revision.unlocked",
            "revision.touched-unlocked");

    private static final String CHANGED = "-changed";

    /** Beginning of the codes of kept changes, whose first argument is the date of the change. */
    private static final String CHANGED_FROM = "revision.changed-from";

    private final DocumentStore documents;
    private final ChangedFieldFormatter changedFieldFormatter;
    private final RequestTexts requestTexts;

    RevisionDescriber(DocumentStore documents, ChangedFieldFormatter changedFieldFormatter, RequestTexts requestTexts) {
        this.changedFieldFormatter = changedFieldFormatter;
        this.documents = documents;
        this.requestTexts = requestTexts;
    }

    /** Returns whether the text names staff. */
    static boolean namesStaff(Revision revision) {
        return namesStaff(revision.code());
    }

    /** Returns whether the change concerns one student. */
    static boolean isToStudent(String code) {
        return TO_STUDENTS.contains(code);
    }

    private static boolean namesStaff(String code) {
        return TO_SOMEBODY.contains(code);
    }

    /**
     * Describes a revision. Returns the code if the text is unknown, as in an archive of a later release.
     *
     * @param present hash of the plan's current problem, the same for all revisions on a page; {@code null} if unknown
     */
    String of(Revision revision, @Nullable String present) {
        return of(revision.code(), revision.arguments(), present);
    }

    /** Describes a change that may have made no revision. */
    public String of(RevisionRepository.PlanStep done) {
        return of(done.code(), done.arguments(), null);
    }

    @Override
    public String describe(RefusalException.ConcurrentChange done) {
        return of(done.code(), done.arguments(), done.problem());
    }

    /** @param problem hash of the problem to look up staff names in; {@code null} means none */
    private String of(String code, List<String> arguments, @Nullable String problem) {
        Texts texts = requestTexts.texts();
        String byHand = BY_HAND.get(code);
        List<EditedItem> touched = byHand == null ? List.of() : EditedItem.of(arguments);
        if (byHand != null && !touched.isEmpty()) {
            return texts.text(
                    byHand, describeItems(touched, EditedItem.omittedCount(arguments, touched.size()), texts));
        }
        String known = TO_STUDENTS.contains(code) && arguments.size() < 2 ? code + "-unnumbered" : code;
        return texts.has(known)
                ? withChangedFields(code, arguments, texts.text(known, shownArguments(code, arguments, problem)), texts)
                : code;
    }

    /** Adds what changed of a part, from which value to which. */
    private String withChangedFields(String code, List<String> arguments, String said, Texts texts) {
        if (!code.endsWith(CHANGED) || namesStaff(code) || TO_STUDENTS.contains(code)) {
            return said;
        }
        ChangedField.RecordedFields fields = ChangedField.of(arguments);
        if (fields.all().isEmpty()) {
            return said;
        }
        String part = code.substring("revision.".length(), code.length() - CHANGED.length());
        String words = String.join("; ", changedFieldFormatter.describe(part, fields.type(), fields.all()));
        int more = fields.count() - fields.all().size();
        String full = texts.text("revision.with-fields", said, words);
        return more <= 0 ? full : texts.text("revision.touched-more", full, more);
    }

    /** Groups meetings with the same edited aspects: two that were swapped, or all that were locked. */
    private static String describeItems(List<EditedItem> all, int more, Texts texts) {
        var alike = all.stream()
                .collect(Collectors.groupingBy(
                        EditedItem::what,
                        LinkedHashMap<SortedSet<EditedItem.EditedAspect>, List<EditedItem>>::new,
                        Collectors.toList()));
        String said = alike.entrySet().stream()
                .map(one -> describeGroup(one.getKey(), one.getValue(), texts))
                .collect(Collectors.joining(" · "));
        return more == 0 ? said : texts.text("revision.touched-more", said, more);
    }

    private static String describeGroup(
            SortedSet<EditedItem.EditedAspect> what, List<EditedItem> meetings, Texts texts) {
        String which = meetings.stream().map(one -> describeItem(one, texts)).collect(Collectors.joining("; "));
        return what.isEmpty()
                ? which
                : texts.text(
                        "revision.touched",
                        which,
                        joinWithAnd(
                                what.stream()
                                        .map(one -> texts.text("revision.touched-" + one))
                                        .toList(),
                                texts));
    }

    private static String describeItem(EditedItem one, Texts texts) {
        String title = one.title().isEmpty() ? texts.text("revision.touched-untold") : one.title();
        return one.day() == null ? title : texts.text("revision.touched-at", title, one.day());
    }

    private static String joinWithAnd(List<String> all, Texts texts) {
        return all.size() == 1
                ? all.getFirst()
                : texts.text("revision.touched-and", String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
    }

    /** Replaces staff ids by names if a given problem contains the person, and dates as they are stored by dates as they are said. */
    private List<?> shownArguments(String code, List<String> arguments, @Nullable String problem) {
        if (problem != null && namesStaff(code)) {
            return arguments.stream().map(id -> staffName(id, problem)).toList();
        }
        return code.startsWith(CHANGED_FROM)
                ? arguments.stream().map(RevisionDescriber::dateOrText).toList()
                : arguments;
    }

    private static Object dateOrText(String argument) {
        try {
            return LocalDate.parse(argument);
        } catch (DateTimeParseException e) { // the number of changes
            return argument;
        }
    }

    private String staffName(String id, String problem) {
        return staff(problem).stream()
                .filter(one -> one.id().value().equals(id))
                .map(StaffMember::name)
                .findFirst()
                .orElse(id);
    }

    private List<StaffMember> staff(String problem) {
        try {
            return documents.viewedProblem(problem).value().staff();
        } catch (RefusalException missing) { // a required plugin is missing
            return List.of();
        }
    }
}
