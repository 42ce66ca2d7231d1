package dk.grundskema.api.web.app.camp;

import dk.grundskema.api.web.app.Address;
import java.util.List;

/**
 * What stands around each step.
 *
 * @param plan      id of the plan
 * @param version   the plan's version that the visitor has seen
 * @param camp      id of the camp
 * @param others    the camps of the plan; empty if it has one only
 * @param steps     how each step stands
 * @param shown     the step that is on the page
 * @param isSaved   whether what was typed has just been saved
 * @param trouble   what was refused
 */
public record Guide(
        String plan,
        long version,
        String camp,
        List<Other> others,
        List<Step> steps,
        CampStep shown,
        boolean isSaved,
        Trouble trouble) {
    /** Copies the lists. */
    public Guide {
        others = List.copyOf(others);
        steps = List.copyOf(steps);
    }

    /**
     * A camp of the plan.
     *
     * @param id    its id
     * @param title what people call it
     */
    public record Other(String id, String title) {}

    /** How a step stands. */
    public enum State {
        /** It says nothing of its own yet. */
        OPEN,
        /** There is something to look at. */
        LOOK,
        /** Nothing is missing. */
        DONE
    }

    /**
     * How a step stands.
     *
     * @param step  which
     * @param state how it stands
     * @param said  what it says, in few words
     */
    public record Step(CampStep step, State state, String said) {}

    /**
     * Why what was typed isn't saved.
     *
     * @param wrong     how many fields of the page are wrong
     * @param sentences what is wrong with the camp or the plan as a whole
     * @param elsewhere what is wrong in other steps
     * @param meanwhile what others did to the plan since the visitor looked
     */
    public record Trouble(int wrong, List<String> sentences, List<Elsewhere> elsewhere, List<String> meanwhile) {
        /** Nothing was refused. */
        public static final Trouble NONE = new Trouble(0, List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Trouble {
            sentences = List.copyOf(sentences);
            elsewhere = List.copyOf(elsewhere);
            meanwhile = List.copyOf(meanwhile);
        }

        /** Whether anything was refused. */
        public boolean isAny() {
            return wrong > 0 || !sentences.isEmpty() || !elsewhere.isEmpty() || !meanwhile.isEmpty();
        }
    }

    /**
     * Something that is wrong in another step.
     *
     * @param step which
     * @param text what is wrong
     */
    public record Elsewhere(CampStep step, String text) {}

    /**
     * Where a step of a camp is.
     *
     * @param plan id of the plan
     * @param camp id of the camp; empty if the plan has one only
     */
    public static String address(String plan, CampStep step, String camp) {
        return "/plans/%s/camp/%s%s".formatted(plan, step.word(), camp.isEmpty() ? "" : "?of=" + Address.part(camp));
    }

    /** Where a step is. */
    public String address(CampStep step) {
        return address(plan, step, others.isEmpty() ? "" : camp);
    }

    /** Where a step of another camp is. */
    public String address(Other other) {
        return "/plans/%s/camp/%s?of=%s".formatted(plan, shown.word(), Address.part(other.id()));
    }

    /** Where the camp is changed with all that its type knows. */
    public String whole() {
        return "/plans/%s/interventions/%s".formatted(plan, Address.part(camp));
    }
}
