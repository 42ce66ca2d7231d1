package dk.grundskema.api.service;

import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import java.util.List;

/** Everybody can use every page in English. */
final class EnglishPageAccessibilityTest extends PageAccessibilityCases {
    static List<ViewingMode> viewingModes() {
        return viewingModesIn("en");
    }
}
