package dk.grundskema.api.fidelity;

import dk.grundskema.api.fidelity.FidelityView.Gap;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Folds places that fall short alike into one: those with the very same reason, and where these would be many, those with the same
 * sort of reason.
 *
 * @param texts texts in the reader's language
 */
record Gaps(Texts texts) {
    /** How many places of a gap are named. */
    static final int NAMED = 5;
    /** From how many reasons of one sort on these are told as one. */
    private static final int MANY = 3;

    List<Gap> of(Ask ask) {
        Map<String, List<Place>> bySort = ask.places().stream()
                .collect(Collectors.groupingBy(place -> place.why().code(), LinkedHashMap::new, Collectors.toList()));
        var gaps = new ArrayList<Gap>();
        bySort.values().forEach(alike -> gaps.addAll(ofOneSort(ask, alike)));
        gaps.sort(Comparator.comparingInt(Gap::places).reversed());
        return gaps;
    }

    private List<Gap> ofOneSort(Ask ask, List<Place> places) {
        Map<Reason, List<Place>> byReason =
                places.stream().collect(Collectors.groupingBy(Place::why, LinkedHashMap::new, Collectors.toList()));
        if (byReason.size() < MANY) {
            return byReason.entrySet().stream()
                    .map(each -> gap(ask, why(each.getKey()), each.getValue(), false))
                    .toList();
        }
        String all = places.getFirst().why().code() + ".all";
        return List.of(gap(ask, texts.has(all) ? texts.text(all) : "", places, true));
    }

    private Gap gap(Ask ask, String why, List<Place> places, boolean eachHasItsOwn) {
        var named = places.stream()
                .limit(NAMED)
                .map(place -> eachHasItsOwn
                        ? texts.text("fidelity.where-and-why", where(ask, place), why(place.why()))
                        : where(ask, place))
                .toList();
        return new Gap(places.size(), why, named, places.size() - named.size());
    }

    /** Why it falls short, as a sentence. */
    String why(Reason reason) {
        return texts.text(reason.code(), reason.arguments());
    }

    /** Where an ask falls short. */
    String where(Ask ask, Place place) {
        String key = ask.code() + ".at";
        return texts.has(key) ? texts.text(key, place.where()) : texts.text("fidelity.at", (Object) place.where());
    }
}
