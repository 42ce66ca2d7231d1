package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.service.campguide.CampRulesPage.RoomLimitSentence;
import dk.grundskema.api.service.rules.FieldErrors;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.api.service.rules.LevelField;
import dk.grundskema.api.service.rules.SubmittedForm;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.place.SiteId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and writes the limits of rooms: those that the camp has, and then one for each selection of room kinds that a subject needs. A limit without
 * a number is none.
 */
final class RoomLimitForm {
    /** Field of the camp with the limits. */
    static final String FIELD = "roomLimits";

    /** Pointer to the limits. */
    static final String AT = "/parameters/" + FIELD;

    private static final String KINDS = "roomKinds";
    private static final String MOST = "most";
    private static final String SUBJECTS = "subjects";

    private RoomLimitForm() {}

    /** Returns the camp with the submitted limits. A form without limits leaves them as they are. */
    static JsonObjectView read(EditedCamp camp, JsonObjectView said, SubmittedForm submitted) {
        List<JsonObjectView> typed = submitted.rows(AT, at -> readLimit(camp, submitted, at));
        if (typed.isEmpty()) {
            return said;
        }
        List<JsonObjectView> limits =
                typed.stream().filter(limit -> limit.has(KINDS)).toList();
        return limits.isEmpty() ? said.without(FIELD) : said.withRows(FIELD, limits);
    }

    /** Returns a submitted limit; the empty object if it has no number. */
    private static JsonObjectView readLimit(EditedCamp camp, SubmittedForm submitted, String at) {
        List<String> kinds = submitted.texts(at + "/" + KINDS);
        JsonObjectView now = camp.said().rows(FIELD).stream()
                .filter(limit -> Set.copyOf(limit.texts(KINDS)).equals(Set.copyOf(kinds)))
                .findFirst()
                .orElse(JsonObjectView.NOTHING);
        Optional<Json> most = submitted.number(at + "/" + MOST);
        if (most.isEmpty()) {
            return JsonObjectView.NOTHING;
        }
        boolean isSame = now.has(KINDS) && submitted.text(at + "/" + MOST).equals(mostOf(now, camp));
        JsonObjectView limit = isSame ? now : now.withTexts(KINDS, kinds).with(MOST, most);
        return LevelField.read(now, limit, submitted, at);
    }

    /** Returns the number of a limit, or that of its rooms where the camp is. */
    private static String mostOf(JsonObjectView limit, EditedCamp camp) {
        if (limit.has(MOST) && !limit.text(MOST).isEmpty()) {
            return limit.text(MOST);
        }
        String named = camp.said().text("site");
        SiteId site = camp.problem().siteOrDefault(named.isEmpty() ? null : new SiteId(named));
        List<String> kinds = limit.texts(KINDS);
        return String.valueOf(camp.problem().rooms().stream()
                .filter(room -> kinds.contains(room.kind())
                        && camp.problem().siteOrDefault(room.site()).equals(site))
                .count());
    }

    /** Returns the sentences of all limits, and of those that could be added. */
    static List<RoomLimitSentence> sentences(
            EditedCamp camp, JsonObjectView said, Texts texts, FieldErrors fieldErrors) {
        List<JsonObjectView> subjects = camp.spelledOut().rows(SUBJECTS);
        var limits = new ArrayList<>(said.rows(FIELD));
        var seen = new HashSet<Set<String>>();
        limits.forEach(limit -> seen.add(Set.copyOf(limit.texts(KINDS))));
        int given = limits.size();
        for (JsonObjectView subject : subjects) {
            List<String> kinds = subject.texts(KINDS);
            if (!kinds.isEmpty() && seen.add(Set.copyOf(kinds))) {
                limits.add(JsonObjectView.NOTHING.withTexts(KINDS, kinds));
            }
        }
        var sentences = new ArrayList<RoomLimitSentence>();
        for (int i = 0; i < limits.size(); i++) {
            JsonObjectView limit = limits.get(i);
            List<String> kinds = limit.texts(KINDS);
            String at = AT + "/" + i;
            String titles = subjects.stream()
                    .filter(subject -> !subject.texts(KINDS).isEmpty() && kinds.containsAll(subject.texts(KINDS)))
                    .map(subject -> subject.text("title"))
                    .collect(Collectors.joining(", "));
            sentences.add(new RoomLimitSentence(
                    fieldErrors.field(at, ""),
                    kinds,
                    titles,
                    kinds.stream().map(kind -> name(kind, texts)).collect(Collectors.joining(", ")),
                    fieldErrors.field(at + "/" + MOST, i < given ? mostOf(limit, camp) : ""),
                    fieldErrors.field(at + "/" + LevelField.NAME, LevelField.of(limit))));
        }
        return sentences;
    }

    /** Returns the display name of a kind of room; a school's own kind is called as it is. */
    static String name(String kind, Texts texts) {
        return RoomKind.of(kind)
                .map(usual -> texts.text("enum." + usual.name()))
                .orElse(kind);
    }
}
