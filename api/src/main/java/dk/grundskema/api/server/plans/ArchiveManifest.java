package dk.grundskema.api.server.plans;

import dk.grundskema.domain.finding.Checks;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is in the archive of a plan, beside the documents.
 *
 * @param version   version of the format, {@link #VERSION}
 * @param plan      id of the plan
 * @param title     what people call it
 * @param head      id of the revision that it is at
 * @param tip       id of the revision that redo leads towards
 * @param created   when it was made
 * @param revisions all its revisions, in the order of their numbers
 */
record ArchiveManifest(
        int version,
        PlanId plan,
        String title,
        RevisionId head,
        RevisionId tip,
        Instant created,
        List<Entry> revisions) {
    /** The version of the format that this product reads and writes. */
    static final int VERSION = 1;

    /** More revisions than anybody makes of a plan. */
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
    record Entry(
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
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a text is too long or a hash isn't one */
        Entry {
            arguments = List.copyOf(arguments);
            new Checks()
                    .that(code.matches("revision\\.[a-z-]{1,60}"), "code", "archive.unknown-code", code)
                    .that(String.join("", arguments).length() <= 3000, "arguments", "archive.too-long")
                    .that(author.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,119}"), "author", "archive.bad-author")
                    .that(problem.matches(HASH), "problem", "archive.bad-hash")
                    .that(timetable == null || timetable.matches(HASH), "timetable", "archive.bad-hash")
                    .that(plugins.size() <= 100, "plugins", "archive.too-long")
                    .range("number", number, 1, MOST_REVISIONS)
                    .done();
        }
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException with everything in which the parts contradict each other */
    ArchiveManifest {
        revisions = List.copyOf(revisions);
        var checks = new Checks()
                .that(version == VERSION, "version", "format.unknown-version", version, VERSION)
                .name("title", title)
                .notEmpty("revisions", revisions)
                .range("revisions", revisions.size(), 1, MOST_REVISIONS)
                .distinct("revisions", revisions.stream().map(Entry::id).toList());
        Set<RevisionId> earlier = new HashSet<>();
        for (int i = 0; i < revisions.size(); i++) {
            Entry one = revisions.get(i);
            RevisionId parent = one.parent();
            checks.that(
                            one.number() == i + 1,
                            "revisions/" + i + "/number",
                            "archive.wrong-number",
                            one.number(),
                            i + 1)
                    .that(
                            parent == null || earlier.contains(parent),
                            "revisions/" + i + "/parent",
                            "archive.unknown-revision");
            earlier.add(one.id());
        }
        checks.that(earlier.contains(head), "head", "archive.unknown-revision")
                .that(earlier.contains(tip) && comesFrom(revisions, tip, head), "tip", "archive.unknown-revision")
                .done();
    }

    /** Whether redo leads from one revision to another. */
    private static boolean comesFrom(List<Entry> revisions, RevisionId later, RevisionId earlier) {
        RevisionId at = later;
        for (int i = revisions.size() - 1; i >= 0 && at != null && !at.equals(earlier); i--) {
            if (revisions.get(i).id().equals(at)) {
                at = revisions.get(i).parent();
            }
        }
        return earlier.equals(at);
    }
}
