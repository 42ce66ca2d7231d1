package dk.grundskema.solver.registry;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown at start-up if plugins violate their contract; lists every refused plugin and all reasons. */
public final class PluginRefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * One refused plugin.
     *
     * @param plugin  name of the plugin's class
     * @param reasons reasons for the refusal, at least one sentence, in English for its author
     */
    public record Refusal(String plugin, List<String> reasons) {
        /** Copies the list. */
        public Refusal {
            reasons = List.copyOf(reasons);
        }
    }

    private final transient List<Refusal> refusals;

    /** @param refusals the refused plugins with reasons, at least one */
    PluginRefusedException(List<Refusal> refusals) {
        super(message(refusals));
        this.refusals = List.copyOf(refusals);
    }

    /** Returns the refused plugins with reasons. */
    public List<Refusal> refusals() {
        return refusals;
    }

    private static String message(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> "The plugin (%s) is refused:%n".formatted(refusal.plugin())
                        + refusal.reasons().stream()
                                .map(reason -> "  - " + reason)
                                .collect(Collectors.joining("%n".formatted())))
                .collect(Collectors.joining("%n".formatted()));
    }
}
