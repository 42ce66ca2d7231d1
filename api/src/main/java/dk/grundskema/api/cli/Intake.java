package dk.grundskema.api.cli;

import dk.grundskema.api.planning.ReadProblem;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in everything that a command was given, and collects what is wrong with any of it, so that all is said at once. */
final class Intake {
    private final Desk desk;
    private final List<Placed> findings = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private String problemFile = "";
    private String hash = "";
    private @Nullable Problem problem;
    private @Nullable Timetable timetable;

    Intake(Desk desk) {
        this.desk = desk;
    }

    /**
     * What can be solved, or checked.
     *
     * @param file      the problem's file, as the user named it
     * @param problem   the problem, validated without an error
     * @param hash      its hash
     * @param timetable the timetable that was given; {@code null} means none
     * @param texts     texts with the problem's names
     */
    record Taken(String file, Problem problem, String hash, @Nullable Timetable timetable, Texts texts) {}
}
