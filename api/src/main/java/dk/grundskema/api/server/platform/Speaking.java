package dk.grundskema.api.server.platform;

import dk.grundskema.api.house.HouseTexts;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.TextFiles;
import dk.grundskema.api.server.platform.ProblemDetails.FindingView;
import dk.grundskema.api.timetable.NumberedIds;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Texts in the language of the request that is being answered. */
@Component
public final class Speaking {
    /** The languages that there are texts in; the first is spoken to whoever asks for none. */
    public static final List<Locale> LANGUAGES = List.of(Locale.of("da"), Locale.of("en"));

    /** The right to see students, as it is called among a caller's rights. */
    private static final String READ_STUDENTS = "READ_STUDENTS";

    /** Stands for an id that a caller may not read. */
    private static final String UNTOLD = "?";

    private final PluginHouse house;
    private final List<RoomTexts> rooms;
    private final Map<Locale, Texts> known = new ConcurrentHashMap<>();

    Speaking(PluginHouse house, List<RoomTexts> rooms) {
        this.house = house;
        this.rooms = List.copyOf(rooms);
    }

    /** The language of the request that this thread answers. */
    public Locale language() {
        Locale asked = LocaleContextHolder.getLocale();
        return LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    /** All texts in the language of the request; ids stand for themselves. */
    public Texts texts() {
        return texts(language());
    }

    /** All texts in a language; ids stand for themselves. */
    public Texts texts(Locale language) {
        return known.computeIfAbsent(language, this::made);
    }

    private Texts made(Locale language) {
        var bundles = new ArrayList<ResourceBundle>();
        bundles.add(TextFiles.beside(Speaking.class, "messages", language));
        rooms.forEach(room -> bundles.add(TextFiles.beside(room.beside(), "messages", language)));
        bundles.add(HouseTexts.bundle(language));
        bundles.addAll(house.texts(language));
        return new Texts(language, bundles, Function.identity());
    }

    /** The same without ids that may tell who a student is, if the caller may not see students: for what names nothing otherwise. */
    public Texts discreet() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        boolean mayNotSee = request != null
                && request.getAttribute(AnsweredRequests.RIGHTS, RequestAttributes.SCOPE_REQUEST)
                        instanceof String rights
                && !rights.contains(READ_STUDENTS);
        return mayNotSee
                ? texts().named(one -> one instanceof Id id && NumberedIds.mayTell(id) ? UNTOLD : one)
                : texts();
    }

    /** Findings as the caller reads them. */
    public List<FindingView> told(List<Finding> findings) {
        return told(findings, discreet());
    }

    /** Findings as the caller reads them, with other names for ids. */
    public List<FindingView> told(List<Finding> findings, Texts texts) {
        return told(findings, texts::of);
    }

    /** Findings as the caller reads them beside the fields that they are about. */
    public List<FindingView> besideFields(List<Finding> findings) {
        return told(findings, discreet()::beside);
    }

    private static List<FindingView> told(List<Finding> findings, Function<Finding, String> words) {
        return findings.stream()
                .map(one -> new FindingView(one.code(), one.severity(), one.pointer(), words.apply(one)))
                .toList();
    }
}
