package dk.grundskema.solver.proof;

import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of facts and verdicts. */
public final class ProofTexts {
    private ProofTexts() {}

    /**
     * Returns the texts in a language.
     *
     * @throws java.util.MissingResourceException if there are none
     */
    public static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                ProofTexts.class.getPackageName() + ".messages",
                language,
                ProofTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
