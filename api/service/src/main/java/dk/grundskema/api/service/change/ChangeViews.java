package dk.grundskema.api.service.change;

import dk.grundskema.api.planning.change.ChangeFormatter.SectionKind;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** REST views of changes. */
final class ChangeViews {
    private ChangeViews() {}

    /**
     * The preview of a change, and how it stands.
     *
     * @param id       names it
     * @param state    where it is on its way
     * @param created  when it was asked for
     * @param version  the plan's version that it starts from
     * @param outdated whether the plan has been changed since, so that it can't be kept any more
     * @param now      the moment of the change, on the wall clock of the plan's zone: what began before it stays as it is
     * @param least    the plan with the least change; {@code null} until it is known
     * @param fresh    everything to come planned afresh, for comparison; {@code null} means that it is not known yet, or not asked for
     * @param findings why it failed
     */
    record ChangePreviewView(
            String id,
            PreviewState state,
            Instant created,
            long version,
            boolean outdated,
            LocalDateTime now,
            @Nullable LeastChangeView least,
            @Nullable FreshPlanView fresh,
            List<FindingView> findings) {}

    /**
     * The plan with the least change.
     *
     * @param personDays how many days of others change: one staff member on one date whose duties are new, gone or at another time
     * @param rooms      how many days of people have another room
     * @param partners   how many days of people have another partner
     * @param dates      how many dates of meetings differ
     * @param takenOver  how many of them others take over
     * @param uncovered  how many are cancelled or have fewer people, or are lessons without their own teacher
     * @param withoutRoom how many of the dates had a room and have none; a date may be among several of these counts
     * @param conflicts  broken hard rules before and after
     * @param shortfalls broken medium rules, and requirements of law and guides that are not met, before and after
     * @param wishes     cost in wishes of the weeks to come, in the part of the plan that is concerned, before and after
     * @param sections   the same in words, with names, days and reasons
     */
    record LeastChangeView(
            int personDays,
            int rooms,
            int partners,
            int dates,
            int takenOver,
            int uncovered,
            int withoutRoom,
            BeforeAndAfterView conflicts,
            BeforeAndAfterView shortfalls,
            BeforeAndAfterView wishes,
            List<PreviewSectionView> sections) {}

    /**
     * A figure of a plan.
     *
     * @param before in the plan in use
     * @param after  in the plan after the change
     */
    record BeforeAndAfterView(long before, long after) {}

    /**
     * A part of the preview in words.
     *
     * @param kind  what it is about
     * @param title what it is called; empty means nothing
     * @param lines what is so
     */
    record PreviewSectionView(SectionKind kind, String title, List<String> lines) {}

    /**
     * A plan in which everything to come is planned afresh.
     *
     * @param better     whether it has fewer conflicts, or as many and fewer shortfalls
     * @param conflicts  broken hard rules
     * @param shortfalls broken medium rules
     * @param personDays how many days of people change
     * @param lines      the comparison in words
     */
    record FreshPlanView(boolean better, long conflicts, long shortfalls, int personDays, List<String> lines) {}
}
