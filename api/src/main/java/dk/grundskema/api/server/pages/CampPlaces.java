package dk.grundskema.api.server.pages;

import dk.grundskema.api.web.app.camp.CampStep;
import java.util.Optional;

/** Where in the guide of camps something is changed, for pages that lead there. */
@FunctionalInterface
public interface CampPlaces {
    /**
     * The first step with a field for what a pointer leads to.
     *
     * @param pointer JSON pointer into a camp, such as {@code /parameters/teams}, or into what the plan says for all, such as {@code /weights}
     * @return empty if no step has one
     */
    Optional<CampStep> step(String pointer);
}
