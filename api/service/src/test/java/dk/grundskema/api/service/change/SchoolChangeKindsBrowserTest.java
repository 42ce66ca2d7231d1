package dk.grundskema.api.service.change;

import java.time.LocalDate;

final class SchoolChangeKindsBrowserTest extends ChangeKindsBrowserCases {
    SchoolChangeKindsBrowserTest() {
        super("school-12-classes", LocalDate.parse("2026-11-02"), 11);
    }
}
