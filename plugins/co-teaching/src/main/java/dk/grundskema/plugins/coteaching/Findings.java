package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong with parameters; places are below {@code /parameters/}. */
final class Findings {
    private static final String PLACE = "/parameters/";

    private final List<Finding> all = new ArrayList<>();

    void error(String code, String place, Object... arguments) {
        all.add(Finding.error("co-teaching." + code, PLACE + place, arguments));
    }

    void warning(String code, String place, Object... arguments) {
        all.add(Finding.warning("co-teaching." + code, PLACE + place, arguments));
    }

    void info(String code, String place, Object... arguments) {
        all.add(Finding.info("co-teaching." + code, PLACE + place, arguments));
    }

    /** A word that is not among those known: says which was most likely meant, with the code and {@code -near}. */
    void known(Collection<String> known, String word, String code, String place) {
        if (known.contains(word)) {
            return;
        }
        Nearest.to(word, known)
                .ifPresentOrElse(near -> error(code + "-near", place, word, near), () -> error(code, place, word));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
