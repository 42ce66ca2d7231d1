package dk.grundskema.api.service.change;

import java.time.LocalDate;

final class CampChangeKindsBrowserTest extends ChangeKindsBrowserCases {
    CampChangeKindsBrowserTest() {
        super("camp-3-weeks", LocalDate.parse("2026-09-14"), 9);
    }
}
