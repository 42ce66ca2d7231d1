/** What all pages share: frame, templates, assets, form fields, error messages and addresses. */
@NullMarked
package dk.grundskema.api.platform.page;

import org.jspecify.annotations.NullMarked;
