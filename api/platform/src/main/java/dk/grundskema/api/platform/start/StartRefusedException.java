package dk.grundskema.api.platform.start;

import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

/** Thrown if the service cannot start. Contains all obstacles and how to fix each. */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<LocalizedMessage> reasons;

    StartRefusedException(List<LocalizedMessage> reasons) {
        super(reasons.stream().map(LocalizedMessage::key).toList().toString(), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    StartRefusedException(LocalizedMessage reason) {
        this(List.of(reason));
    }

    /** Returns one line for each obstacle in a language. */
    public List<String> texts(Locale language) {
        Texts texts = texts(TextBundles.load(StartRefusedException.class, "messages", language), language);
        return reasons.stream().map(reason -> reason.format(texts)).toList();
    }

    private static Texts texts(ResourceBundle bundle, Locale language) {
        return new Texts(language, List.of(bundle), Function.identity());
    }
}
