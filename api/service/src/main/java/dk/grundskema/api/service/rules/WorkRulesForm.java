package dk.grundskema.api.service.rules;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.rules.RuleSentence.Input;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.WorkRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads and shows working-time rules as sentences: those of a plan, of a camp and of a person. */
@Component
public class WorkRulesForm {
    private static final String LEVEL_AT = "/" + LevelField.NAME;
    private static final String AGREEMENT = "agreedShortRest";
    private static final String AGREED_BY = AGREEMENT + "/agreedBy";

    /** Times of day, which are not written if they are the usual ones. */
    private static final Map<String, String> USUAL_TIMES = Map.of(
            "eveningStarts", WorkRules.defaults().eveningStarts().toString(),
            "nightStarts", WorkRules.defaults().nightStarts().toString(),
            "nightEnds", WorkRules.defaults().nightEnds().toString());

    /** The field whose empty value means no limit, although it has a usual value. */
    private static final String UNLIMITED = "hoursPerDay";

    /** The sentences: part of the keys of their texts, and path of the number. */
    private static final List<Map.Entry<String, String>> SENTENCES = List.of(
            Map.entry("rest", "dailyRestHours"),
            Map.entry("short-rest", AGREEMENT + "/hours"),
            Map.entry("short-rest-times", AGREEMENT + "/timesAWeek"),
            Map.entry("short-rest-by", AGREED_BY),
            Map.entry("day-off", "weeklyRestHours"),
            Map.entry("average", "averageHoursPerWeek"),
            Map.entry("reference", "referenceWeeks"),
            Map.entry("day", UNLIMITED),
            Map.entry("week", "hoursPerWeek"),
            Map.entry("longest-day", "longestDay/minutes"),
            Map.entry("rest-between-dates", "restBetweenDates/minutes"),
            Map.entry("free-dates", "freeDates/perWeek"),
            Map.entry("evening", "eveningStarts"),
            Map.entry("night", "nightStarts"),
            Map.entry("night-ends", "nightEnds"));

    private final RequestTexts requestTexts;

    WorkRulesForm(RequestTexts requestTexts) {
        this.requestTexts = requestTexts;
    }

    /** Returns rules in file format with all times of day. */
    public static JsonObjectView spellOut(WorkRules rules) {
        return spellOut(JsonObjectView.of(RecordWriter.toJsonValue(rules)));
    }

    /** Returns rules with all times of day. */
    public static JsonObjectView spellOut(JsonObjectView rules) {
        JsonObjectView all = rules;
        for (var time : USUAL_TIMES.entrySet()) {
            all = all.has(time.getKey()) ? all : all.with(time.getKey(), new Json.JsonString(time.getValue()));
        }
        return all;
    }

    /**
     * Returns rules with the submitted values. A form without a field leaves it as it is.
     *
     * @param now spelled-out rules before the change
     * @param at  pointer to the rules
     */
    public JsonObjectView read(JsonObjectView now, SubmittedForm submitted, String at) {
        JsonObjectView work = now;
        for (var sentence : SENTENCES) {
            String path = sentence.getValue();
            String pointer = at + "/" + path;
            if (submitted.has(pointer) && !path.startsWith(AGREEMENT)) {
                work = path.contains("/")
                        ? withLimit(work, path, submitted, at)
                        : withValue(work, path, submitted, pointer);
            }
        }
        return submitted.has(at + "/" + AGREED_BY) ? withAgreement(work, submitted, at + "/" + AGREEMENT) : work;
    }

    private static JsonObjectView withValue(JsonObjectView work, String name, SubmittedForm submitted, String pointer) {
        boolean isEmpty = submitted.text(pointer).isEmpty();
        if (USUAL_TIMES.containsKey(name)) {
            return isEmpty ? spellOut(work.without(name)) : work.with(name, submitted.time(pointer));
        }
        return isEmpty && name.equals(UNLIMITED)
                ? work.with(name, Json.JsonNull.NOTHING)
                : work.with(name, submitted.number(pointer));
    }

    /**
     * Adds, changes or removes a limit with a level. It is off without a number, or if the level is chosen so. A new number without a level, and a
     * new level without a number, stay incomplete, so that they are refused.
     */
    private static JsonObjectView withLimit(JsonObjectView work, String path, SubmittedForm submitted, String at) {
        String name = path.substring(0, path.indexOf('/'));
        String number = path.substring(path.indexOf('/') + 1);
        JsonObjectView now = work.part(name);
        boolean isThere = work.has(name);
        String level = submitted.text(at + "/" + name + LEVEL_AT);
        Optional<Json> typed = submitted.number(at + "/" + path);
        boolean isSame = submitted.text(at + "/" + path).equals(now.text(number));
        if (typed.isEmpty() ? isThere || level.isEmpty() : isThere && isSame && level.isEmpty()) {
            return work.without(name);
        }
        if (typed.isEmpty()) {
            return work.with(
                    name, now.with(LevelField.NAME, new Json.JsonString(level)).json());
        }
        JsonObjectView limit = isSame && isThere ? now : now.with(number, typed);
        return work.with(
                name,
                level.isEmpty()
                        ? limit.with(LevelField.NAME, new Json.JsonString("")).json()
                        : LevelField.read(now, limit, submitted, at + "/" + name)
                                .json());
    }

    private static JsonObjectView withAgreement(JsonObjectView work, SubmittedForm submitted, String at) {
        Optional<Json> hours = submitted.number(at + "/hours");
        Optional<Json> times = submitted.number(at + "/timesAWeek");
        Optional<Json> by = submitted.jsonText(at + "/agreedBy");
        return hours.isEmpty() && times.isEmpty() && by.isEmpty()
                ? work.without(AGREEMENT)
                : work.with(
                        AGREEMENT,
                        work.part(AGREEMENT)
                                .with("hours", hours)
                                .with("timesAWeek", times)
                                .with("agreedBy", by)
                                .json());
    }

    /** Returns the sentences of rules. */
    public List<RuleSentence> buildSentences(JsonObjectView work, String at, FieldErrors fieldErrors) {
        return SENTENCES.stream()
                .map(one -> buildSentence(one.getKey(), one.getValue(), work, at, fieldErrors))
                .toList();
    }

    private RuleSentence buildSentence(
            String word, String path, JsonObjectView work, String at, FieldErrors fieldErrors) {
        int inner = path.indexOf('/');
        String field = path.substring(inner + 1);
        JsonObjectView part = inner < 0 ? work : work.part(path.substring(0, inner));
        var value = fieldErrors.field(
                at + "/" + path, part.text(field, requestTexts.texts().locale()));
        boolean isLimit = inner > 0 && !path.startsWith(AGREEMENT);
        PointerField level = isLimit
                ? fieldErrors.field(
                        at + "/" + path.substring(0, inner) + LEVEL_AT,
                        part.json().fields().isEmpty() ? "" : LevelField.of(part))
                : null;
        Input input = USUAL_TIMES.containsKey(path) ? Input.TIME : path.equals(AGREED_BY) ? Input.TEXT : Input.NUMBER;
        return RuleSentence.of(word, value, input, level, requestTexts.texts());
    }

    /** Rewords the finding about a number whose level is off, because its usual wording lists values of files. */
    public static Finding reword(Finding finding) {
        boolean isOff = finding.pointer().endsWith(LEVEL_AT)
                && finding.code().startsWith("value.not-one-of")
                && finding.arguments().getFirst().equals("");
        return isOff ? Finding.error("rules.off-with-number", finding.pointer()) : finding;
    }
}
