package dk.grundskema.api.platform.http;

import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.api.documents.timetable.PseudonymousIds;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
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

/** Provides texts in the language of the current request. */
@Component
public final class RequestTexts {
    /** Supported languages; the first one is the default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.of("da"), Locale.of("en"));

    /** Name of the permission to see students' names. */
    private static final String READ_STUDENTS = "READ_STUDENTS";

    /** Replaces an id that the caller must not see. */
    private static final String HIDDEN_NAME = "?";

    private final List<FeatureTexts> features;
    private final Map<Locale, Texts> textsByLocale = new ConcurrentHashMap<>();

    RequestTexts(List<FeatureTexts> features) {
        this.features = List.copyOf(features);
    }

    /** Returns the language of the request that this thread handles. */
    public Locale language() {
        Locale asked = LocaleContextHolder.getLocale();
        return LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    /** Returns all texts in the language of the request; ids are shown as they are. */
    public Texts texts() {
        return texts(language());
    }

    /** Returns all texts in a language; ids are shown as they are. */
    public Texts texts(Locale language) {
        return textsByLocale.computeIfAbsent(language, this::loadTexts);
    }

    private Texts loadTexts(Locale language) {
        var bundles = new ArrayList<ResourceBundle>();
        bundles.add(TextBundles.load(RequestTexts.class, "messages", language));
        bundles.add(TextBundles.load(Finding.class, "messages", language)); // of bodies that cannot be read
        features.forEach(feature -> bundles.addAll(feature.load(language)));
        return new Texts(language, bundles, Function.identity());
    }

    /** Like {@link #texts()}, but hides ids that may identify a student if the caller must not see students; for texts that resolve no names. */
    public Texts textsHidingStudents() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        boolean mayNotSee = request != null
                && request.getAttribute(IdempotencyRepository.PERMISSIONS_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof String rights
                && !rights.contains(READ_STUDENTS);
        return mayNotSee
                ? texts().withNames(
                                one -> one instanceof Id id && PseudonymousIds.mayRevealStudent(id) ? HIDDEN_NAME : one)
                : texts();
    }

    /** Returns the findings as texts for the caller. */
    public List<FindingView> describeFindings(List<Finding> findings) {
        return describeFindings(findings, textsHidingStudents());
    }

    /** Returns the findings as texts for the caller; {@code texts} resolves the names of ids. */
    public List<FindingView> describeFindings(List<Finding> findings, Texts texts) {
        return describeFindings(findings, texts::sentenceOf);
    }

    /** Returns the findings as texts to show beside the fields that they concern. */
    public List<FindingView> describeFieldFindings(List<Finding> findings) {
        return describeFindings(findings, textsHidingStudents()::sentenceBesideField);
    }

    private static List<FindingView> describeFindings(List<Finding> findings, Function<Finding, String> words) {
        return findings.stream()
                .map(one -> new FindingView(one.code(), one.severity(), one.pointer(), words.apply(one)))
                .toList();
    }
}
