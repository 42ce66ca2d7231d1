package dk.grundskema.api.cli;

import dk.grundskema.api.platform.Read;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes in everything that a command was given, and collects what is wrong with any of it, so that all is said at once. */
final class Intake {
    private final Desk desk;
    private final List<Placed> findings = new ArrayList<>();
    private String timetableFile = "";
    private String hash = "";
    private @Nullable Problem problem;
    private @Nullable Timetable timetable;

    /** @param desk what it works with */
    Intake(Desk desk) {
        this.desk = desk;
    }

    /**
     * Input that can be worked on.
     *
     * @param problem       the problem, validated without an error
     * @param hash          hash of the problem
     * @param timetable     the timetable that was given; {@code null} means none
     * @param timetableFile name of its file, as the user gave it; empty means none
     * @param texts         texts with the problem's names
     */
    record Taken(Problem problem, String hash, @Nullable Timetable timetable, String timetableFile, Texts texts) {}

    /** Reads the problem and lets the plugins look at it. */
    void problem(Path given) {
        var reading = desk.house().problem(desk.resolve(given));
        note(given, reading.findings());
        if (reading instanceof Read.Good<Problem> good) {
            hash = good.hash();
            problem = good.value();
            note(given, desk.house().validate(good.value()));
        }
    }

    /** Reads the timetable that is to be checked, and compares its names with the problem's if that is all right. */
    void timetable(Path given) {
        previous(given);
        if (problem != null
                && timetable != null
                && findings.stream().noneMatch(each -> each.finding().isError())) {
            note(given, desk.house().validate(problem, hash, timetable));
        }
    }

    /** Reads the timetable that is to be continued from. */
    void previous(Path given) {
        timetableFile = given.toString();
        var reading = desk.house().timetable(desk.resolve(given));
        note(given, reading.findings());
        if (reading instanceof Read.Good<Timetable> good) {
            timetable = good.value();
        }
    }

    /** Makes sure that the result can be written where it is to go, and doesn't take the place of the problem. */
    void destination(Path given, Path problemFile) {
        Path target = desk.resolve(given);
        Destination.refusal(target)
                .or(() -> Destination.overInput(target, desk.resolve(problemFile)))
                .ifPresent(finding -> note(given, List.of(finding)));
    }

    /** The problem, if it could be read. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /** The timetable, if one was given and could be read. */
    @Nullable
    Timetable timetable() {
        return timetable;
    }

    /** Keeps what else was found, to be said with the rest. */
    void note(Path file, List<Finding> found) {
        note(file.toString(), found);
    }

    /** Keeps what was found in something that was typed. */
    void note(String option, List<Finding> found) {
        findings.addAll(Placed.in(option, found));
    }

    /**
     * What was taken in, when it can be worked on; what is to be said of it without stopping is said.
     *
     * @throws BadInputException if anything in it can't be used
     */
    Taken done() {
        return done(desk.screen());
    }

    /**
     * The same, but what is to be said goes to the side of errors, since the output is for programs.
     *
     * @throws BadInputException if anything in it can't be used
     */
    Taken doneApartFromOutput() {
        return done(desk.screen().ofErrors());
    }

    private Taken done(Screen screen) {
        if (problem == null || findings.stream().anyMatch(each -> each.finding().isError())) {
            throw new BadInputException(findings, problem == null ? Function.identity() : desk.bareNames(problem));
        }
        Texts texts = desk.texts().named(desk.names(problem));
        new Paragraphs(screen, texts).tell(findings);
        return new Taken(problem, hash, timetable, timetableFile, texts);
    }
}
