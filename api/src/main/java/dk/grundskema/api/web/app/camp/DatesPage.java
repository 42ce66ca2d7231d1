package dk.grundskema.api.web.app.camp;

import java.util.List;

/**
 * When the camp is, and of which kind.
 *
 * @param title     what people call it
 * @param first     its first day
 * @param last      its last day
 * @param overnight {@code true} if everybody sleeps there, else {@code false}
 * @param hasDays   whether it has a base timetable of its own, which stays when the kind is another
 * @param isFresh   whether it is to begin again with the usual days
 * @param site      where it is
 * @param sites     where it could be; empty if there is one place only
 * @param by        who decided that students miss lessons
 * @param reason    why
 */
public record DatesPage(
        Field title,
        Field first,
        Field last,
        Field overnight,
        boolean hasDays,
        boolean isFresh,
        Field site,
        List<Choice> sites,
        Field by,
        Field reason) {
    /** Copies the list. */
    public DatesPage {
        sites = List.copyOf(sites);
    }
}
