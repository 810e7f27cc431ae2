package org.placewell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import org.placewell.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Turns refusals into plain pages with the right status. Whatever is not a refusal goes on to the page for faults. */
@ControllerAdvice
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private final EveryPage frame;

    Refusals(EveryPage frame) {
        this.frame = frame;
    }

    /** The status that a refusal is answered with. */
    static HttpStatus status(Problem problem) {
        if (problem instanceof Problem.NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        if (problem instanceof Problem.Forbidden) {
            return HttpStatus.FORBIDDEN;
        }
        return problem instanceof Problem.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    @ExceptionHandler
    ModelAndView refused(Problem problem, HttpServletRequest request) {
        var status = status(problem);
        LOG.info("refused: {} {}", status.value(), problem.code());
        return page(status, problem.getMessage(), request);
    }

    /** Another command came first, or a rule that the database keeps by itself said no; what it said may name people and stays out of the log. */
    @ExceptionHandler
    ModelAndView crossed(DataIntegrityViolationException fault, HttpServletRequest request) {
        var state = fault.getMostSpecificCause() instanceof SQLException sql ? sql.getSQLState() : "";
        LOG.warn("refused by the database: {} at {}", state, request.getMethod());
        return page(HttpStatus.CONFLICT, "Nothing was changed: it no longer fits what stands on record, perhaps because somebody else was quicker."
                + " Open the page again and look", request);
    }

    /** A word in the address where a number belongs. */
    @ExceptionHandler
    ModelAndView unreadable(MethodArgumentTypeMismatchException fault, HttpServletRequest request) {
        LOG.info("refused: {} is no {}", fault.getName(), fault.getRequiredType() == null ? "value" : fault.getRequiredType().getSimpleName());
        return page(HttpStatus.NOT_FOUND, "", request);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException fault, HttpServletRequest request) {
        LOG.info("refused: upload larger than {}", fault.getMaxUploadSize());
        return page(HttpStatus.PAYLOAD_TOO_LARGE, "", request);
    }

    /** A page for a status, in the frame of every page. */
    ModelAndView page(HttpStatus status, String message, HttpServletRequest request) {
        var view = new ModelAndView("web/problem", status);
        frame.fill(view.getModelMap(), request);
        view.addObject("status", status.value());
        view.addObject("heading", heading(status));
        view.addObject("message", message);
        view.addObject("request", MDC.get(RequestMark.KEY));
        return view;
    }

    private static String heading(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE -> "We could not understand that request";
            case FORBIDDEN -> "You cannot do this";
            case NOT_FOUND -> "Page not found";
            case CONFLICT -> "This has changed";
            case PAYLOAD_TOO_LARGE -> "The file is too large";
            case TOO_MANY_REQUESTS -> "Too many tries";
            case UNPROCESSABLE_ENTITY -> "That could not be done";
            default -> "Sorry, there is a fault in the service";
        };
    }
}
