package dk.grundskema.api.service.archive;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.domain.finding.RecordValidator;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of an archive: the plan and its revisions without the documents.
 *
 * @param version   version of the format, {@link #VERSION}
 * @param plan      id of the plan
 * @param title     title of the plan
 * @param head      id of the head revision
 * @param tip       id of the revision that redo leads towards
 * @param created   when the plan was created
 * @param revisions all revisions, ordered by number
 */
record ArchiveManifest(
        int version,
        PlanId plan,
        String title,
        RevisionId head,
        RevisionId tip,
        Instant created,
        List<RevisionEntry> revisions) {
    /** Version of the format that this release reads and writes. */
    static final int VERSION = 1;

    /** Maximum number of revisions, far above what plans have. */
    static final int MOST_REVISIONS = 20_000;

    private static final String HASH = "[0-9a-f]{64}";

    /**
     * A revision.
     *
     * @param id        its id
     * @param number    counts the plan's revisions, from 1
     * @param parent    id of what it was made from; {@code null} means that the plan began there
     * @param code      what was done: key of a text
     * @param arguments what that text mentions
     * @param author    id of the account that did it, in the installation where it was done; nobody of the one that reads it
     * @param made      when
     * @param problem   hash of its problem
     * @param timetable hash of its timetable; {@code null} means that there is none
     * @param plugins   version of the parameters of each intervention type in it, by the type's id
     */
    record RevisionEntry(
            RevisionId id,
            int number,
            @Nullable RevisionId parent,
            String code,
            List<String> arguments,
            String author,
            Instant made,
            String problem,
            @Nullable String timetable,
            SortedMap<String, Integer> plugins) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a text is too long or a hash is invalid */
        RevisionEntry {
            arguments = List.copyOf(arguments);
            new RecordValidator()
                    .require(code.matches("revision\\.[a-z-]{1,60}"), "code", "archive.unknown-code", code)
                    .require(String.join("", arguments).length() <= 3000, "arguments", "archive.too-long")
                    .require(author.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,119}"), "author", "archive.bad-author")
                    .require(problem.matches(HASH), "problem", "archive.bad-hash")
                    .require(timetable == null || timetable.matches(HASH), "timetable", "archive.bad-hash")
                    .require(plugins.size() <= 100, "plugins", "archive.too-long")
                    .range("number", number, 1, MOST_REVISIONS)
                    .throwIfInvalid();
        }
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException with all contradictions between the parts */
    ArchiveManifest {
        revisions = List.copyOf(revisions);
        var checks = new RecordValidator()
                .require(version == VERSION, "version", "format.unknown-version", version, VERSION)
                .name("title", title)
                .notEmpty("revisions", revisions)
                .range("revisions", revisions.size(), 1, MOST_REVISIONS)
                .distinct("revisions", revisions.stream().map(RevisionEntry::id).toList());
        Set<RevisionId> earlier = new HashSet<>();
        for (int i = 0; i < revisions.size(); i++) {
            RevisionEntry one = revisions.get(i);
            RevisionId parent = one.parent();
            checks.require(
                            one.number() == i + 1,
                            "revisions/" + i + "/number",
                            "archive.wrong-number",
                            one.number(),
                            i + 1)
                    .require(
                            parent == null || earlier.contains(parent),
                            "revisions/" + i + "/parent",
                            "archive.unknown-revision");
            earlier.add(one.id());
        }
        checks.require(earlier.contains(head), "head", "archive.unknown-revision")
                .require(earlier.contains(tip) && isDescendant(revisions, tip, head), "tip", "archive.unknown-revision")
                .throwIfInvalid();
    }

    /** Returns whether one revision is an ancestor of another or equal to it. */
    private static boolean isDescendant(List<RevisionEntry> revisions, RevisionId later, RevisionId earlier) {
        RevisionId at = later;
        for (int i = revisions.size() - 1; i >= 0 && at != null && !at.equals(earlier); i--) {
            if (revisions.get(i).id().equals(at)) {
                at = revisions.get(i).parent();
            }
        }
        return earlier.equals(at);
    }
}
