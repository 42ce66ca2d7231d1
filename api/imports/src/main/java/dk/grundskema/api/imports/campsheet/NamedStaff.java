package dk.grundskema.api.imports.campsheet;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import java.util.List;

/**
 * People that a cell of a base timetable names for a block.
 *
 * @param place the cell
 * @param block id of the block
 * @param teams numbers or letters of the teams that they take it with; empty means that the cell names no teams
 * @param names their names as in the list of staff, at least one
 */
public record NamedStaff(SourceLocation place, String block, List<String> teams, List<String> names) {
    /** Copies the lists. */
    public NamedStaff {
        teams = List.copyOf(teams);
        names = List.copyOf(names);
    }

    /** Whether a team's name is that of one of its teams. */
    public boolean isTeam(String name, String team) {
        return TeamPart.isNamed(name, team);
    }

    /** Returns the finding that they count as adults and are not locked. */
    public FileFinding notLocked() {
        return FileFinding.info(place, "import.base.staff-named", names);
    }
}
