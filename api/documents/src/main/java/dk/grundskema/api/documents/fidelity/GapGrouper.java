package dk.grundskema.api.documents.fidelity;

import dk.grundskema.api.documents.fidelity.FidelityView.Gap;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Groups shortfalls of an ask into gaps: one gap per reason, or one gap per reason code if a code has at least {@link #MANY} reasons.
 *
 * @param texts texts in the reader's language
 */
record GapGrouper(Texts texts) {
    /** How many places of a gap are listed. */
    static final int NAMED = 5;
    /** From this many reasons with the same code on, the reasons share one gap. */
    private static final int MANY = 3;

    /** Returns the gaps of an ask: first those that nobody accepted, and then those with most places. */
    List<Gap> groupGaps(Ask ask) {
        var gaps = new ArrayList<>(groupPlaces(ask, place -> !place.isAccepted()));
        for (Gap gap : groupPlaces(ask, Shortfall::isAccepted)) {
            String why = texts.text("fidelity.accepted", gap.why().isEmpty() ? 0 : 1, gap.why());
            gaps.add(ask.status() == Ask.Status.SHORT ? new Gap(gap.places(), why, gap.where(), gap.further()) : gap);
        }
        return gaps;
    }

    private List<Gap> groupPlaces(Ask ask, Predicate<Shortfall> which) {
        Map<String, List<Shortfall>> bySort = ask.places().stream()
                .filter(which)
                .collect(Collectors.groupingBy(place -> place.why().code(), LinkedHashMap::new, Collectors.toList()));
        var gaps = new ArrayList<Gap>();
        bySort.values().forEach(alike -> gaps.addAll(groupByReason(ask, alike)));
        gaps.sort(Comparator.comparingInt(Gap::places).reversed());
        return gaps;
    }

    private List<Gap> groupByReason(Ask ask, List<Shortfall> places) {
        Map<Reason, List<Shortfall>> byReason =
                places.stream().collect(Collectors.groupingBy(Shortfall::why, LinkedHashMap::new, Collectors.toList()));
        if (byReason.size() < MANY) {
            return byReason.entrySet().stream()
                    .map(each -> toGap(ask, reasonText(each.getKey()), each.getValue(), false))
                    .toList();
        }
        String all = places.getFirst().why().code() + ".all";
        return List.of(toGap(ask, texts.has(all) ? texts.text(all) : "", places, true));
    }

    private Gap toGap(Ask ask, String why, List<Shortfall> places, boolean eachHasItsOwn) {
        var named = places.stream()
                .limit(NAMED)
                .map(place -> eachHasItsOwn
                        ? texts.text("fidelity.where-and-why", placeText(ask, place), reasonText(place.why()))
                        : placeText(ask, place))
                .toList();
        return new Gap(places.size(), why, named, places.size() - named.size());
    }

    /** Returns why an ask falls short, as a sentence. */
    String reasonText(Reason reason) {
        return texts.text(reason.code(), reason.arguments());
    }

    /** Returns where an ask falls short. */
    String placeText(Ask ask, Shortfall place) {
        String key = ask.code() + ".at";
        return texts.has(key) ? texts.text(key, place.where()) : texts.text("fidelity.at", (Object) place.where());
    }
}
