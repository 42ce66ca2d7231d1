/**
 * Pages of the web that nobody signs in for, and the sheet of codes that lead to them: drawn from models, with the looks of the sheets. Knows neither
 * a database nor a web server; nothing on a page needs a script.
 */
@NullMarked
package dk.grundskema.api.web;

import org.jspecify.annotations.NullMarked;
