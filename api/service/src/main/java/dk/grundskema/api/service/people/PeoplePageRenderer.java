package dk.grundskema.api.service.people;

import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the pages of accounts, audit log and personal data. */
public final class PeoplePageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the pages */
    public PeoplePageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(PeoplePageRenderer.class, "people", pageFrame);
    }

    /** Renders the list of accounts. */
    public String renderPeople(Visitor visitor, PeoplePage page) {
        return renderPage(visitor, "people", page);
    }

    /** Renders the page on which an account and its roles are changed. */
    public String renderPerson(Visitor visitor, PersonPage page) {
        return renderPage(visitor, "person", page);
    }

    /** Renders the audit log. */
    public String renderAudit(Visitor visitor, AuditLogPage page) {
        return renderPage(visitor, "audit", page);
    }

    /** Renders the page for exporting and erasing personal data. */
    public String renderPersonalData(Visitor visitor, PersonalDataPage page) {
        return renderPage(visitor, "personal-data", page);
    }

    /** Renders the page of the signed-in account. */
    public String renderAccount(Visitor visitor, OwnAccountPage page) {
        return renderPage(visitor, "account", page);
    }

    /** Renders the page on which a password is set with a code. */
    public String renderPassword(Visitor visitor, PasswordPage page) {
        return renderPage(visitor, "password", page);
    }

    private String renderPage(Visitor visitor, String template, Object page) {
        PageHead head = PageHead.of(templates.texts().text(template)).withStyle("people.css");
        return templates.renderPage(visitor, head, template, Map.of("page", page, "roles", PersonForm.ROLES));
    }
}
