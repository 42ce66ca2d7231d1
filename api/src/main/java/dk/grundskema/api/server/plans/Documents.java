package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.planning.ChangedProblem;
import dk.grundskema.api.planning.MailAddresses;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.Sha256;
import dk.grundskema.api.platform.WrittenFile;
import dk.grundskema.api.server.plans.DocumentRows.Kind;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.timetable.TimetableReader;
import dk.grundskema.api.timetable.TimetableWriter;
import dk.grundskema.api.timetable.WrittenNumbers;
import dk.grundskema.api.timetable.WrittenTimetable;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Problems and timetables in the database, each once, and those used lately in memory. A document is its content: it is never changed, and whoever
 * has its hash has it.
 */
@Component
public class Documents {
    /** So many problems and as many timetables stay in memory; a large school's are some megabytes. */
    private static final int REMEMBERED = 40;

    private final DocumentRows rows;
    private final PluginHouse house;
    private final Lately<String, Kept.OfProblem> problems = new Lately<>(REMEMBERED);
    private final Lately<String, Kept.OfTimetable> timetables = new Lately<>(REMEMBERED);

    /** Whoever edits by hand makes one change after the other to the same few problems. */
    private final Lately<String, WrittenFile> writtenProblems = new Lately<>(6);

    private final Lately<String, WrittenTimetable> writtenTimetables = new Lately<>(6);

    private final Lately<List<String>, Kept.OfProblem> judges = new Lately<>(REMEMBERED);

    Documents(DocumentRows rows, PluginHouse house) {
        this.rows = rows;
        this.house = house;
    }

    /** Keeps the first problem of a plan, as {@link #keepProblem(String, String, List)}. */
    public Kept.OfProblem keepProblem(String json, String at) {
        return keepProblem(json, at, List.of());
    }

    /**
     * Keeps a problem that was sent.
     *
     * @param json  its text
     * @param at    pointer to it in what was sent
     * @param known staff whose addresses are nothing new, whatever they are
     * @throws Refusal with everything that is wrong with it, if it can't be planned
     */
    Kept.OfProblem keepProblem(String json, String at, List<StaffMember> known) {
        return switch (house.problem(json)) {
            case Read.Bad<Problem> bad -> throw Refusal.unusable(under(at, bad.findings()));
            case Read.Good<Problem> good -> {
                List<Finding> errors = Stream.concat(
                                house.validate(good.value()).stream().filter(Finding::isError),
                                MailAddresses.newlyUnsendable(good.value(), known).stream())
                        .toList();
                if (!errors.isEmpty()) {
                    throw Refusal.unusable(under(at, errors));
                }
                String present = PresentParameters.of(json, house.plugins());
                String hash = present.equals(json) ? good.hash() : hash(present);
                var kept = new Kept.OfProblem(hash, good.value());
                rows.keep(kept.hash(), Kind.PROBLEM, present, null);
                problems.put(kept.hash(), kept);
                yield kept;
            }
        };
    }

    /**
     * Keeps a problem that was made of one that is kept, such as one with other plans' commitments in it; it isn't validated again.
     *
     * @param json its text
     * @param from hash of the kept one with which it goes; {@code null} means that it takes that one's place
     */
    Kept.OfProblem keepDerived(String json, @Nullable String from) {
        if (house.problem(json) instanceof Read.Good<Problem> good) {
            var kept = new Kept.OfProblem(good.hash(), good.value());
            rows.keep(kept.hash(), Kind.PROBLEM, json, from);
            problems.put(kept.hash(), kept);
            return kept;
        }
        throw new IllegalStateException(
                "A problem that was made of another can't be read.\nMaybe a part of it was left out?");
    }

    /** Keeps a problem in which students have other numbers, one for each in its order. */
    Kept.OfProblem keepNumbered(Kept.OfProblem from, List<Integer> numbers) {
        return keepDerived(JsonText.of(WrittenNumbers.with(json(from.hash()), numbers)), null);
    }

    /** Keeps a document that was kept before, elsewhere; whoever calls this has made sure that it is what its hash says. */
    void keepAsItWas(String hash, boolean isProblem, String text) {
        if (isProblem) {
            rows.keep(hash, Kind.PROBLEM, text, null);
        } else {
            rows.keep(hash, Kind.TIMETABLE, text, read(hash, text).value().problem());
        }
    }

    /**
     * Keeps a problem in which only locks and the availability of staff are others than in one that is kept; so it need not be read again.
     *
     * @param from    the kept one
     * @param changed the same with other locks or availability, which can be planned
     */
    public Kept.OfProblem keepChanged(Kept.OfProblem from, Problem changed) {
        WrittenFile before = writtenProblems.get(from.hash(), hash -> WrittenFile.of(json(hash)));
        ChangedProblem written = ChangedProblem.of(before, changed);
        var kept = new Kept.OfProblem(written.hash(), changed);
        rows.keep(kept.hash(), Kind.PROBLEM, written.text(), null);
        problems.put(kept.hash(), kept);
        writtenProblems.put(kept.hash(), written.file());
        return kept;
    }

    private String hash(String problem) {
        if (house.problem(problem) instanceof Read.Good<Problem> good) {
            return good.hash();
        }
        throw new IllegalStateException(
                "A problem can't be read in the present form of its parameters.\nMaybe a plugin's migration isn't repeatable?");
    }

    private static List<Finding> under(String at, List<Finding> findings) {
        return findings.stream().map(one -> one.under(at)).toList();
    }

    /** Keeps a timetable. */
    public Kept.OfTimetable keep(Timetable timetable) {
        return keep(timetable, TimetableWriter.text(timetable));
    }

    /**
     * Keeps a timetable that has most meetings, and these as they are, of one that is kept; so they need not be written again.
     *
     * @param from    the kept one
     * @param changed the new one
     */
    public Kept.OfTimetable keepChanged(Kept.OfTimetable from, Timetable changed) {
        WrittenTimetable before = writtenTimetables.get(from.hash(), hash -> WrittenTimetable.of(from.value()));
        WrittenTimetable written = before.next(changed);
        Kept.OfTimetable kept = keep(changed, written.text());
        writtenTimetables.put(kept.hash(), written);
        return kept;
    }

    private Kept.OfTimetable keep(Timetable timetable, String text) {
        var kept = new Kept.OfTimetable(Sha256.of(text), timetable);
        rows.keep(kept.hash(), Kind.TIMETABLE, text, timetable.problem());
        timetables.put(kept.hash(), kept);
        return kept;
    }

    /** Keeps a problem that was made from one that was kept; whether the plugins that are there can read it doesn't matter. */
    String keepProblem(Json.Structure problem) {
        String text = JsonText.of(problem);
        if (JsonParsing.parse(text) instanceof Read.Good<Json> good) {
            rows.keep(good.hash(), Kind.PROBLEM, text, null);
            return good.hash();
        }
        throw new IllegalStateException("A problem was written that is no JSON.");
    }

    /** Lets a document go if nothing refers to it any more; if somebody may be about to do so, a while later. */
    public void dropUnused(String hash) {
        rows.dropUnused(hash);
        forget(hash);
    }

    /** Drops a document that nothing refers to and that nobody wanted lately. */
    void drop(String hash, Instant now) {
        rows.drop(hash, now);
        forget(hash);
    }

    private void forget(String hash) {
        problems.remove(hash);
        timetables.remove(hash);
        writtenProblems.remove(hash);
        writtenTimetables.remove(hash);
    }

    /**
     * Hash of the problem that a timetable was made of, if that is here. It is what was noted when the timetable was kept, and no archive is taken
     * whose timetables are of problems that it doesn't have itself: what others have is never found by its hash alone.
     */
    Optional<String> madeOf(String timetable) {
        return rows.madeOf(timetable);
    }

    /** Whether there is a document of that hash, which nobody drops before whoever asks has had time to refer to it. */
    boolean isHereFor(String hash) {
        return rows.isHereFor(hash);
    }

    /** Whether there is a document of that hash. */
    boolean has(String hash) {
        return rows.has(hash);
    }

    /**
     * The problem of that hash.
     *
     * @throws Refusal 409 if it can't be read with the plugins that are there
     */
    public Kept.OfProblem problem(String hash) {
        return problems.get(hash, this::readProblem);
    }

    /** The same for whoever wants little of very many: none takes the place of what others use. */
    Kept.OfProblem inPassing(String hash) {
        Kept.OfProblem known = problems.find(hash);
        return known == null ? readProblem(hash) : known;
    }

    private Kept.OfProblem readProblem(String hash) {
        return switch (house.problem(text(hash))) {
            case Read.Good<Problem> good -> new Kept.OfProblem(hash, good.value());
            case Read.Bad<Problem> bad -> throw MissingPlugins.refusal(bad.findings());
        };
    }

    /** The timetable of that hash. */
    public Kept.OfTimetable timetable(String hash) {
        return timetables.get(hash, fresh -> read(fresh, text(fresh)));
    }

    private static Kept.OfTimetable read(String hash, String text) {
        return switch (new TimetableReader().read(text)) {
            case Read.Good<Timetable> good -> new Kept.OfTimetable(hash, good.value());
            case Read.Bad<Timetable> bad ->
                throw new IllegalStateException(
                        "The timetable (%s) that was kept can't be read any more: %s.".formatted(hash, bad.findings()));
        };
    }

    /**
     * The problem that a timetable is judged by: the one that the plan is of, unless that has changed so much that the timetable names what is no
     * longer there; then the one that the timetable was made of, which is kept with it.
     */
    public Kept.OfProblem judging(Kept.OfProblem present, Kept.OfTimetable timetable) {
        String own = timetable.value().problem();
        if (own.equals(present.hash())) {
            return present;
        }
        return judges.get(List.of(present.hash(), timetable.hash()), fresh -> {
            boolean fits = house.validate(present.value(), present.hash(), timetable.value()).stream()
                    .noneMatch(Finding::isError);
            return fits ? present : madeOf(timetable.hash()).map(this::problem).orElse(present);
        });
    }

    /** The timetable of a revision; {@code null} means that it has none. */
    public Kept.@Nullable OfTimetable timetableOf(Revision revision) {
        String timetable = revision.timetable();
        return timetable == null ? null : timetable(timetable);
    }

    /** What a document says, whether or not the plugins that are there can read it; throws as {@link #text}. */
    Json.Structure json(String hash) {
        if (JsonParsing.parse(text(hash)) instanceof Read.Good<Json> good
                && good.value() instanceof Json.Structure root) {
            return root;
        }
        throw new IllegalStateException("The document (%s) that was kept is no JSON any more.".formatted(hash));
    }

    /**
     * The text of a document.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is none of that hash
     */
    public String text(String hash) {
        return rows.text(hash);
    }
}
