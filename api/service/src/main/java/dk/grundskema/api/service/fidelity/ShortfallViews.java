package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.planning.status.AcceptanceReport;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import java.util.List;

/** REST views of what a plan lacks. */
public final class ShortfallViews {
    private ShortfallViews() {}

    /**
     * The status of a plan with everything that it counts.
     *
     * @param state    whether the plan holds, and whether it lacks something
     * @param headline the same as a sentence
     * @param parts    what the status counts, without wishes and accepted shortfalls; empty if nothing is wrong
     * @param accepted what the planner accepted
     */
    public record ShortfallList(
            PlanStatus.State state, String headline, List<ShortfallPart> parts, List<AcceptedView> accepted) {
        /** Copies the lists. */
        public ShortfallList {
            parts = List.copyOf(parts);
            accepted = List.copyOf(accepted);
        }

        /** Returns whether something can be accepted. */
        public boolean isAcceptable() {
            return parts.stream().anyMatch(part -> part.countAcceptable() > 0);
        }
    }

    /**
     * A part of the status.
     *
     * @param part  the part
     * @param text  number and noun
     * @param items what it counts; empty if the caller may not see it
     */
    public record ShortfallPart(Part part, String text, List<ShortfallItem> items) {
        /** Copies the list. */
        public ShortfallPart {
            items = List.copyOf(items);
        }

        /** Returns how many of its items can be accepted. */
        public long countAcceptable() {
            return items.stream().filter(ShortfallItem::isAcceptable).count();
        }
    }

    /**
     * Something broken, open, short or unplanned.
     *
     * @param key   key by which it can be accepted; empty if it cannot
     * @param texts each place as a sentence
     * @param fault key of the fault in the addresses of pages; empty if there is none
     */
    public record ShortfallItem(String key, List<String> texts, String fault) {
        /** Copies the list. */
        public ShortfallItem {
            texts = List.copyOf(texts);
        }

        /** Returns whether it can be accepted. */
        public boolean isAcceptable() {
            return !key.isEmpty();
        }

        /** Returns the key only: the texts may name people. */
        @Override
        public String toString() {
            return key;
        }
    }

    /**
     * An accepted shortfall.
     *
     * @param key      key by which the acceptance is withdrawn
     * @param state    whether it still covers what the plan lacks
     * @param texts    what the plan lacks there, each place as a sentence, if the acceptance covers it; otherwise the place alone
     * @param decision who accepted it, when and why
     * @param advice   what is to be done about it; empty if it is in force
     */
    public record AcceptedView(
            String key, AcceptanceReport.State state, List<String> texts, String decision, String advice) {
        /** Copies the list. */
        public AcceptedView {
            texts = List.copyOf(texts);
        }

        /** Returns whether it covers what the plan lacks. */
        public boolean isInForce() {
            return state == AcceptanceReport.State.IN_FORCE;
        }

        /** Returns the key only: the texts may name people. */
        @Override
        public String toString() {
            return key;
        }
    }
}
